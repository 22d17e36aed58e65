import { afterAll, beforeAll } from 'vitest';
import { JupyterLab } from './jupyterLab';
import { RecordingReceiver } from './receiver';
import { Student } from './student';

/** What comes of a notebook that is opened. */
export const OPENED = ['session_start', 'notebook_opened'];

export const receiver = new RecordingReceiver();
export const lab = new JupyterLab();

/** Who has read the notice and works in `lab`; is there before the first test of whoever imports it. */
export let student: Student;

beforeAll(async () => {
  student = await Student.arrive(await lab.start(await receiver.start()));
});

afterAll(async () => {
  await student?.leave();
  await lab.stop();
  receiver.stop();
});

/** Writes a notebook of code cells, `c0` and so on, and opens it. */
export async function open(path: string, ...sources: string[]): Promise<void> {
  lab.writeCode(path, ...sources);
  await student.open(path);
}
