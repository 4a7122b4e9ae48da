import { lineSeparator } from '../../core/measure/frames.ts';

/**
 * Asks for many names in one shell, at most four at once, and prints one frame for each (see FrameReader).
 * Arguments: token, tool (`auto`: the first of the list that there is), the tools to choose from, seconds for one name,
 * then for each name the name and its pattern for the hosts file. Every sh has what it needs: no text is built into it.
 *
 * getent and ping ask as applications do. nslookup, dig and host know neither the hosts file nor the order of the search list:
 * the script looks and searches itself, and gives them absolute names.
 */
export const askScript = `
token=$1 tool=$2 choice=$3 limit=$4
shift 4
set -f
nl='
'
has() { command -v "$1" >/dev/null 2>&1; }

if [ "$tool" = auto ]; then
  tool=none
  for one in $choice; do
    if has "$one"; then tool=$one; break; fi
  done
  printf '%s tool %s %s\\n' "$token" "$tool" "$token"
fi
case $tool in getent|nslookup|dig|host|ping) ;; *) exit 0 ;; esac

printf '%s ready %s\\n' "$token" "$token"

if timeout -s KILL 9 sh -c : >/dev/null 2>&1; then bounded="timeout -s KILL $limit"
elif timeout -s KILL -t 9 sh -c : >/dev/null 2>&1; then bounded="timeout -s KILL -t $limit"
else bounded=
fi
clip='head -c 3000'
if ! has head; then
  clip=beginning
  beginning() { n=0; while [ $n -lt 60 ] && IFS= read -r text; do n=$((n+1)); printf '%s\\n' "$text"; done; }
fi

hosts= search= ndots=1
while IFS= read -r text || [ -n "$text" ]; do hosts=$hosts$text$nl; done 2>/dev/null </etc/hosts
while read -r key values || [ -n "$key" ]; do
  case $key in
    search|domain) search=$values ;;
    options) for one in $values; do case $one in ndots:*) ndots=\${one#ndots:} ;; esac; done ;;
  esac
done 2>/dev/null </etc/resolv.conf

dated=
if [ -z "$EPOCHREALTIME" ]; then
  case $(date +%s.%N 2>/dev/null) in [0-9]*.[0-9]*) dated=1 ;; esac
fi
clock() {
  now=\${EPOCHREALTIME:--}
  if [ -n "$dated" ]; then now=$(date +%s.%N); fi
}

in_hosts() {
  printf '%s' "$hosts" | while read -r address names; do
    case $address in ''|'#'*) continue ;; esac
    for one in \${names%%#*}; do
      case $one in $1) printf '%s\\n' "$address"; break ;; esac
    done
  done
}

absolute() {
  case $1 in *.) questions=$1; return ;; esac
  dots=0 left=$1 questions=
  while :; do
    case $left in *.*) left=\${left#*.} dots=$((dots+1)) ;; *) break ;; esac
  done
  if [ "$dots" -ge "$ndots" ]; then questions=$1.; fi
  for one in $search; do [ "$one" = . ] || questions="$questions $1.\${one%.}."; done
  if [ "$dots" -lt "$ndots" ]; then questions="$questions $1."; fi
}

run() { said=$({ $bounded "$@"; printf 'rc %s\\n' "$?"; } 2>&1 </dev/null | $clip); }

query() {
  case $tool in
    nslookup) run nslookup "$1" ;;
    dig) run dig +noall +answer +comments "$1" A "$1" AAAA ;;
    host) run host "$1" ;;
  esac
}

lookup() {
  case $tool in
    getent) run getent ahosts "$1" ;;
    ping) run ping -c 1 -t 1 -W 1 "$1" ;;
    *)
      absolute "$1"
      for full in $questions; do
        query "$full"
        case $said in
          *Name:*|*' has address '*|*' has IPv6 address '*|*'ANSWER: '[1-9]*) break ;;
          *'rc 124'|*'rc 137'|*'timed out'*|*'no servers could be reached'*) break ;;
        esac
      done ;;
  esac
}

ask() {
  clock
  from=$now said= source=tool
  case $tool in nslookup|dig|host) case $hosts in *$3*) said=$(in_hosts "$3") ;; esac ;; esac
  if [ -n "$said" ]; then source=hosts
  else lookup "$2"
  fi
  clock
  to=$now index=$1
  IFS=$nl
  set -- $said
  IFS='${lineSeparator}'
  printf '%s answer %s %s %s %s %s %s\\n' "$token" "$index" "$from" "$to" "$source" "$*" "$token"
}

index=0 running=0
while [ $# -ge 2 ]; do
  ask "$index" "$1" "$2" &
  shift 2
  index=$((index+1)) running=$((running+1))
  if [ $running -ge 4 ]; then wait; running=0; fi
done
wait
`;
