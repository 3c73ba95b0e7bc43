export default { injectGlobals: false, transform: {} }
