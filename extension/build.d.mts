export declare function bundleServer(outfile: string): Promise<void>
export declare function bundleWorker(outfile: string): Promise<void>
export declare function buildExtension(dist?: string): Promise<void>
