import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { globalSetup: 'soracom-fixtures/vitest/global-setup' },
})
