// Imports one package in this process and prints how long that took.
import process from 'node:process'

const startedMs = performance.now()
await import(process.argv[2])
console.log(JSON.stringify(performance.now() - startedMs))
