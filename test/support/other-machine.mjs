// Loaded before everything else by a process that is to be on another machine than the test is: machines are told apart
// by their names among other things.
import { syncBuiltinESMExports } from 'node:module'
import os from 'node:os'

os.hostname = () => 'another-machine'
syncBuiltinESMExports()
