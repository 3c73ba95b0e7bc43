import { defineConfig } from 'soracom-fixtures/vitest'

export default defineConfig({ setupTimeoutMs: 30_000, emailDomain: 'fixtures.example.com' })
