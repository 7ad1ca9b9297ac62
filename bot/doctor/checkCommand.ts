import { resolve } from 'node:path';
import { readConfig } from '../base/config.ts';
import { examineMachine, isMachineCheck } from './machine.ts';

/** One check for {@link examineApart}: its name is the argument, its findings are the output. */
const name = process.argv[2] ?? '';
if (!isMachineCheck(name)) throw new Error(`there is no check "${name}"`);
const config = readConfig(process.env, resolve(import.meta.dirname, '../..'));
const findings = await examineMachine(name, config);
process.stdout.write(JSON.stringify(findings));
