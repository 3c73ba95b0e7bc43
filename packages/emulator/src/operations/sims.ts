import { created } from './answer.ts'
import type { Operation } from './operation.ts'
import { registerWithSecret } from './register-with-secret.ts'
import { simChanges } from './sim-changes.ts'
import { changeOperation, deleteTagOperation, getOperation, listOperation, type SimApi } from './sim-operations.ts'
import { toSimView } from './views/sim-view.ts'

const api: SimApi = { idParam: 'sim_id', toView: (sim) => toSimView(sim) }

/** The same SIMs as the newer API shows them; in the sandbox a SIM ID is the IMSI. */
export const simOperations: readonly Operation[] = [
  listOperation(api, 'listSims'),
  getOperation(api, 'getSim'),
  {
    operationId: 'registerSim',
    handle: (context) => created(toSimView(registerWithSecret(context, context.params.sim_id ?? ''))),
  },
  changeOperation(api, 'activateSim', simChanges.activate),
  changeOperation(api, 'deactivateSim', simChanges.deactivate),
  changeOperation(api, 'setSimToStandby', simChanges.setToStandby),
  changeOperation(api, 'suspendSim', simChanges.suspend),
  changeOperation(api, 'terminateSim', simChanges.terminate),
  changeOperation(api, 'enableSimTermination', simChanges.enableTermination),
  changeOperation(api, 'disableSimTermination', simChanges.disableTermination),
  changeOperation(api, 'setSimExpiryTime', simChanges.setExpiryTime),
  changeOperation(api, 'unsetSimExpiryTime', simChanges.unsetExpiryTime),
  changeOperation(api, 'setSimGroup', simChanges.setGroup),
  changeOperation(api, 'unsetSimGroup', simChanges.unsetGroup),
  changeOperation(api, 'putSimTags', simChanges.putTags),
  deleteTagOperation(api, 'deleteSimTag'),
  changeOperation(api, 'updateSimSpeedClass', simChanges.updateSpeedClass),
  changeOperation(api, 'setSimImeiLock', simChanges.setImeiLock),
  changeOperation(api, 'unsetSimImeiLock', simChanges.unsetImeiLock),
  changeOperation(api, 'deleteSimSession', simChanges.deleteSession),
]
