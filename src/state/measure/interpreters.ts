import type { Interpreter } from '../../core/measure/parseAnswer.ts';

/** How each interpreter is run: the program follows, then the token, seconds for one name, and the names. */
export const interpreterArguments: Record<Interpreter, (program: string) => string[]> = {
  python3: (program) => ['python3', '-c', program],
  python: (program) => ['python', '-c', program],
  node: (program) => ['node', '-e', program, '--'],
};

const python = `
import socket, sys, threading, time
token, limit, names = sys.argv[1], float(sys.argv[2]), sys.argv[3:]
lock = threading.Lock()
def ask(index, name):
    start = time.time()
    try:
        found = sorted(set(one[4][0] for one in socket.getaddrinfo(name, None)))
    except (socket.gaierror, UnicodeError):
        found = []
    with lock:
        sys.stdout.write("%s answer %d %.6f %.6f addresses %s %s\\n" % (token, index, start, time.time(), "\\x1f".join(found), token))
        sys.stdout.flush()
for first in range(0, len(names), 8):
    running = [threading.Thread(target=ask, args=(index, names[index])) for index in range(first, min(first + 8, len(names)))]
    for one in running:
        one.daemon = True
        one.start()
    end = time.time() + limit
    for one in running:
        one.join(max(0, end - time.time()))
`;

const node = `
const [token, limit, ...names] = process.argv.slice(1);
const now = () => performance.timeOrigin / 1000 + performance.now() / 1000;
let left = names.length;
names.forEach((name, index) => {
  const start = now();
  require('dns').lookup(name, { all: true }, (error, all) => {
    const found = error ? [] : all.map((one) => one.address);
    console.log([token, 'answer', index, start.toFixed(6), now().toFixed(6), 'addresses', found.join('\\x1f'), token].join(' '));
    if (--left === 0) process.exit();
  });
});
setTimeout(() => process.exit(), limit * 1000 * Math.ceil(names.length / 4));
`;

/** A program for each interpreter that asks the system's resolver for many names and prints frames (see FrameReader). */
export const programs: Record<Interpreter, string> = { python3: python, python, node };
