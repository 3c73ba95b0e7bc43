// A file of its own, imported only where there is a `.env`: the CommonJS build makes that a `require`, which works inside
// Jest, where an `import()` of another package does not.
export { parse as parseDotenv } from 'dotenv'
