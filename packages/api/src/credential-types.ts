/**
 * Kinds of credential sets that answers can have. The request's list names four of them only, while the examples of that
 * very request make sets of nearly all of these.
 */
export const credentialTypes = [
  'api-token-credentials',
  'aws-credentials',
  'aws-iam-role-credentials',
  'azure-credentials',
  'azureIoT-credentials',
  'esrij-credentials',
  'google-service-account-json',
  'googleIoT-credentials',
  'infoteria-platio-credentials',
  'kii-thingif-credentials',
  'landlog-credentials',
  'mmcloud-credentials',
  'motionboard-credentials',
  'optim-cloud-IoT-OS-credentials',
  'private-key-pem',
  'psk',
  'pubnub-credentials',
  'sensorcorpus-credentials',
  'username-password-credentials',
  'x509',
] as const
export type CredentialType = (typeof credentialTypes)[number]

/** The kinds that the request's schema lists. */
export const requestedCredentialTypes = [
  'aws-credentials',
  'azure-credentials',
  'psk',
  'x509',
] as const satisfies readonly CredentialType[]
