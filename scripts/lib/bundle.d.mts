/** Bundles the command line into packages/cli/dist. */
export declare function bundleCli(): Promise<void>
/** Bundles the language server beside it. */
export declare function bundleLanguageServer(): Promise<void>
