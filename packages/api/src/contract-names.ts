/** Contracts that an operator can add to its account. */
export const contractNames = ['api_audit_log', 'harvest', 'napter', 'support'] as const
export type ContractName = (typeof contractNames)[number]
