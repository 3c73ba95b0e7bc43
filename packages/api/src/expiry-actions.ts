/** What happens to a SIM when its expiry time comes. */
export const expiryActions = ['doNothing', 'deleteSession', 'deactivate', 'suspend', 'terminate'] as const

/** What happens to a SIM when its expiry time comes. */
export type ExpiryAction = (typeof expiryActions)[number]
