/** The endpoint of the API Sandbox, as SORACOM_ENDPOINT names it (without `/v1`). */
export const sandboxEndpoint = 'https://api-sandbox.soracom.io'

/** Hosts of the API Sandbox (published sandbox document; the second is the command-line client's for coverage g). */
export const sandboxHosts = ['api-sandbox.soracom.io', 'g.api-sandbox.soracom.io'] as const

/** Hosts of the production API, which nothing here may ever call. */
export const productionHosts = ['api.soracom.io', 'jp.api.soracom.io', 'g.api.soracom.io'] as const

/** The path that every call of the API begins with. */
export const basePath = '/v1'
