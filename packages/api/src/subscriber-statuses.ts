/** Statuses of a SIM, in the order of its life (documentation of subscriber statuses). */
export const subscriberStatuses = ['ready', 'active', 'inactive', 'standby', 'suspended', 'terminated'] as const

/** The status of a SIM. Nothing goes back to `ready`; `terminated` is final. */
export type SubscriberStatus = (typeof subscriberStatuses)[number]
