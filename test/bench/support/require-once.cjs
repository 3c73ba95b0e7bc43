// Requires one package in this process and prints how long that took.
const process = require('node:process')

const startedMs = performance.now()
require(process.argv[2])
console.log(JSON.stringify(performance.now() - startedMs))
