import type { CompanyInformation, IndividualInformation } from '@soracom-fixtures/api'
import { companyInformationSchema, individualInformationSchema } from '@soracom-fixtures/api/schemas'
import type { AccountState } from '../state/account.ts'
import { created, ok } from './answer.ts'
import { unlistedDuplicate, unlistedNotFound } from './api-failure.ts'
import type { Operation } from './operation.ts'
import { readBody } from './read-body.ts'

/** Who the operator is: a company or a person. */
export const operatorInformationOperations: readonly Operation[] = [
  ...operationsOf<CompanyInformation>('CompanyInformation', {
    read: (body) => readBody(companyInformationSchema, body),
    get: ({ company }) => company,
    set(account, company) {
      account.company = company
    },
  }),
  ...operationsOf<IndividualInformation>('IndividualInformation', {
    read: (body) => readBody(individualInformationSchema, body),
    get: ({ individual }) => individual,
    set(account, individual) {
      account.individual = individual
    },
  }),
]

interface InformationSlot<Information> {
  readonly read: (body: unknown) => Information
  readonly get: (account: AccountState) => Information | undefined
  readonly set: (account: AccountState, information: Information) => void
}

// Creating and updating answer without a body (published document); an update replaces the whole.
function operationsOf<Information>(
  name: 'CompanyInformation' | 'IndividualInformation',
  { read, get, set }: InformationSlot<Information>,
): Operation[] {
  return [
    {
      operationId: `get${name}`,
      handle({ world, operator }) {
        const information = get(operator.account)
        if (!information) throw unlistedNotFound(world, name, operator.operatorId)
        return ok(information)
      },
    },
    {
      operationId: `create${name}`,
      handle({ world, operator, body }) {
        const information = read(body)
        if (get(operator.account)) throw unlistedDuplicate(world, name, operator.operatorId)
        set(operator.account, information)
        return created()
      },
    },
    {
      operationId: `update${name}`,
      handle({ world, operator, body }) {
        const information = read(body)
        if (!get(operator.account)) throw unlistedNotFound(world, name, operator.operatorId)
        set(operator.account, information)
        return ok()
      },
    },
  ]
}
