/**
 * Tries to reach addresses from inside a container, so many at once, and prints `token result index answer token` for each:
 * `yes`, `no`, `unknown`, or `none` where the container has nothing to try with.
 * Arguments: token, seconds for one address, how many at once, then for each its address and its port (`-` for a ping).
 */
export const reachScript = `
token=$1 limit=$2 most=$3
shift 3
set -f
has() { command -v "$1" >/dev/null 2>&1; }
if timeout -s KILL 9 sh -c : >/dev/null 2>&1; then bounded="timeout -s KILL $limit"
elif timeout -s KILL -t 9 sh -c : >/dev/null 2>&1; then bounded="timeout -s KILL -t $limit"
else bounded=
fi
if has head; then clip() { head -c 2000; }
else clip() { n=0; while [ $n -lt 30 ] && IFS= read -r text; do n=$((n+1)); printf '%s\\n' "$text"; done; }
fi

ping_to() {
  has ping || { echo none; return; }
  said=$({ $bounded ping -c 2 -W 1 "$1"; } 2>&1 </dev/null | clip)
  case $said in
    *' bytes from '*) echo yes ;;
    *ermitted*|*ermission*) echo none ;;
    *'packet loss'*|*nreachable*) echo no ;;
    *) echo unknown ;;
  esac
}

judge() {
  case $1 in 0) echo yes ;; 1) echo no ;; *) echo "$2" ;; esac
}

python='import socket, sys
try:
    socket.create_connection((sys.argv[1], int(sys.argv[2])), 2)
except (OSError, socket.error):
    sys.exit(1)'
node='const [address, port] = process.argv.slice(1);
require("net").connect(Number(port), address).once("connect", () => process.exit(0)).once("error", () => process.exit(1));
setTimeout(() => process.exit(1), 2000);'

connect_to() {
  if has nc; then
    case $($bounded nc -z -w 1 127.0.0.1 1 2>&1 </dev/null | clip) in
      *nvalid*|*nrecognized*|*sage:*)
        # Without -z it stays connected until the other side or the time ends it.
        $bounded nc -w 2 "$1" "$2" </dev/null >/dev/null 2>&1
        judge $? yes ;;
      *)
        $bounded nc -z -w 2 "$1" "$2" </dev/null >/dev/null 2>&1
        judge $? unknown ;;
    esac
  elif has bash; then
    $bounded bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$1" "$2" </dev/null >/dev/null 2>&1
    judge $? no
  elif has python3; then $bounded python3 -c "$python" "$1" "$2" </dev/null >/dev/null 2>&1; judge $? unknown
  elif has python; then $bounded python -c "$python" "$1" "$2" </dev/null >/dev/null 2>&1; judge $? unknown
  elif has node; then $bounded node -e "$node" -- "$1" "$2" </dev/null >/dev/null 2>&1; judge $? unknown
  else echo none
  fi
}

try() {
  if [ "$3" = - ]; then answer=$(ping_to "$2"); else answer=$(connect_to "$2" "$3"); fi
  printf '%s result %s %s %s\\n' "$token" "$1" "$answer" "$token"
}

index=0 running=0
while [ $# -ge 2 ]; do
  try "$index" "$1" "$2" &
  shift 2
  index=$((index+1)) running=$((running+1))
  if [ $running -ge $most ]; then wait; running=0; fi
done
wait
`;
