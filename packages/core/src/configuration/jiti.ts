// A file of its own, imported only where a file must be transformed: the CommonJS build makes that a `require`, which
// works inside Jest, where an `import()` of another package does not.
export { createJiti } from 'jiti'
