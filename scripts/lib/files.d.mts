/** The project's root folder. */
export declare const root: string
/** All files below a folder whose name ends so, sorted. */
export declare function listFiles(folder: string, ending: string): string[]
