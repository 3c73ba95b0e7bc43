import * as v from 'valibot'

const optionalText = v.exactOptional(v.nullable(v.string()))

const addressEntries = {
  addressLine1: optionalText,
  addressLine2: optionalText,
  building: optionalText,
  city: optionalText,
  state: optionalText,
  zipCode: v.string(),
  countryCode: v.string(),
  phoneNumber: v.string(),
}

/** The company that an operator is, in requests and answers. */
export const companyInformationSchema = v.object({
  ...addressEntries,
  companyName: v.string(),
  contactPersonName: v.string(),
  department: v.string(),
  vatIdentificationNumber: optionalText,
})
export type CompanyInformation = v.InferOutput<typeof companyInformationSchema>

/** The person that an operator is, in requests and answers. */
export const individualInformationSchema = v.object({ ...addressEntries, fullName: v.string() })
export type IndividualInformation = v.InferOutput<typeof individualInformationSchema>
