import { serve } from '#journal/command/place.ts';
import { readSoundConfig } from '../base/config.ts';
import { examineMachine, isMachineCheck } from './machine.ts';

/** One check for {@link examineApart}: its name and the project are the arguments, its findings are the output. */
const [, , name = '', project = process.cwd()] = process.argv;
if (!isMachineCheck(name)) throw new Error(`there is no check "${name}"`);
serve({ project, typedIn: process.cwd(), byName: false });
const { config } = readSoundConfig(process.env, project);
const findings = await examineMachine(name, config);
process.stdout.write(JSON.stringify(findings));
