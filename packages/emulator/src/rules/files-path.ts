/** Where the links to exported files begin; outside the API, as the service keeps them in a store of their own. */
export const filesPath = '/_files/'
