import * as v from 'valibot'

/** `POST /subscribers/transfer_token/issue`: which SIMs go to whom. */
export const issueTransferTokenRequestSchema = v.object({
  transferDestinationOperatorEmail: v.string(),
  transferDestinationOperatorId: v.string(),
  transferImsi: v.array(v.string()),
})
export type IssueTransferTokenRequest = v.InferOutput<typeof issueTransferTokenRequestSchema>

/** A transfer token as it is issued, and as its receiver sends it. */
export const transferTokenSchema = v.object({ token: v.string() })
export type TransferToken = v.InferOutput<typeof transferTokenSchema>

export const transferredSimsSchema = v.object({ transferredImsi: v.array(v.string()) })
export type TransferredSims = v.InferOutput<typeof transferredSimsSchema>
