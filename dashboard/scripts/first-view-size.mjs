// What index.html names (scripts, preloaded imports, style sheets) is what the first view waits for; as compressed beside it.
import { readFileSync, statSync } from 'node:fs'

const LIMIT_KIB = 350
const page = readFileSync('dist/index.html', 'utf8')
const files = [...page.matchAll(/"\/dashboard\/(assets\/[^"]+)"/g)].map((match) => match[1])
const bytes = files.reduce((sum, file) => sum + statSync(`dist/${file}.gz`).size, 0)
const kib = bytes / 1024

console.log(`first view: ${kib.toFixed(1)} KiB gzip in ${files.length} files (limit ${LIMIT_KIB})`)
if (files.length === 0 || kib > LIMIT_KIB) process.exit(1)
