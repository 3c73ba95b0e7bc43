import * as v from 'valibot'

/** `POST /operators/add_email_token/issue`; the password is the root user's. */
export const issueAddEmailTokenRequestSchema = v.object({ email: v.string(), password: v.string() })
export type IssueAddEmailTokenRequest = v.InferOutput<typeof issueAddEmailTokenRequestSchema>

/** `POST /operators/add_email_token/verify`. */
export const verifyAddEmailTokenRequestSchema = v.object({ token: v.string() })
export type VerifyAddEmailTokenRequest = v.InferOutput<typeof verifyAddEmailTokenRequestSchema>

/** An e-mail address of an operator. Times are UNIX seconds. */
export const emailSchema = v.object({
  emailId: v.string(),
  email: v.string(),
  verified: v.boolean(),
  createDateTime: v.number(),
  updateDateTime: v.number(),
})
export type EmailRecord = v.InferOutput<typeof emailSchema>
