import { serveProcess } from './index.ts'

serveProcess()
