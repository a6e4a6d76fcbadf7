/** Regenerates whatever is out of date; tells whether anything was written. */
export declare function generate(options?: { force?: boolean }): Promise<boolean>
