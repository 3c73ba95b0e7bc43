/** Name and version, as the API is told. */
export const userAgent = 'soracom-fixtures-client/0.1.0'
