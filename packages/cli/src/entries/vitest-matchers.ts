// `soracom-fixtures/vitest/matchers`: registers the matchers, and types them, where it is imported.
export * from '@soracom-fixtures/vitest/matchers'
