import { defineConfig } from 'soracom-fixtures/vitest'

// #region store
export default defineConfig({
  journalStore: { driver: 's3', options: { bucket: 'fixtures', region: 'ap-northeast-1', endpoint: 'https://…' } },
})
// #endregion
