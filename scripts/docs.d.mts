/** Brings docs/rules up to date and lists the pages that were not; with `check` nothing is written. */
export declare function writeRulePages(options?: { check?: boolean }): Promise<string[]>
