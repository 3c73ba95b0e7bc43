// `soracom-fixtures/vitest/global-setup`
export { default } from '@soracom-fixtures/vitest/global-setup'
