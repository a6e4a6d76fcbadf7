import { serveWorker } from './browser.ts'

/** In a worker the global scope is this, which the types of a page cannot know. */
declare const self: DedicatedWorkerGlobalScope

serveWorker(self)
