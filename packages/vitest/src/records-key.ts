/** What the global setup hands over to the workers goes by this name in Vitest's `provide` and `inject`. */
export const recordsKey = 'soracom-fixtures.run-records'
