import { serveWorker } from './browser.ts'

serveWorker(self as unknown as DedicatedWorkerGlobalScope)
