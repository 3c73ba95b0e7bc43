import * as v from 'valibot'

/** `POST …/send_sms`. Encoding 1 is GSM 7-bit, 2 (the default) is UCS-2. */
export const sendSmsRequestSchema = v.object({
  encodingType: v.exactOptional(v.nullable(v.number())),
  payload: v.string(),
})
export type SendSmsRequest = v.InferOutput<typeof sendSmsRequestSchema>

export const smsReportSchema = v.object({ messageId: v.string() })
export type SmsReport = v.InferOutput<typeof smsReportSchema>
