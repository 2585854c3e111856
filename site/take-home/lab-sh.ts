import { comment, word } from './shell-words.ts';
import type { HomeWords } from './words/words.ts';

/** Visits, time, faults, files, redis-cli. */
const doing = `visits() {
  machine visits || report
}

at() {
  machine at "$1" < /dev/null || report
}

power() {
  echo "# $1 $2"
  case "$1 $2" in
    *' crash') docker compose unpause "$1" > /dev/null 2>&1; docker compose kill -s KILL "$1" ;;
    'nginx stop') docker compose kill -s TERM nginx ;;
    *' stop') docker compose stop -t 60 "$1" ;;
    *' start') docker compose start "$1" ;;
    *' hang') docker compose pause "$1" ;;
    *' resume') docker compose unpause "$1" ;;
    *' reload') docker compose kill -s HUP "$1" ;;
    *' quit') docker compose kill -s QUIT "$1" ;;
  esac < /dev/null > /dev/null 2>&1
  shift 2
  for place do machine wait_for "$place" < /dev/null || exit 2; done
}

save() {
  cat "$2" > "$1"
}

redis_cli() {
  docker compose exec -T redis-cli redis-cli --no-raw "$@" < /dev/null 2> /dev/null | tr -d '\\r'
}
`;

/**
 * `lab.sh`: what the replay scripts are made of. `jars`: files that must be there before the images are built. For any POSIX
 * sh: what needs more runs in the container `machine`.
 */
export const labSh = ({ script }: HomeWords, jars: readonly string[]): string => `#!/bin/sh
${comment(script.library)}
last=2147483647
same=0
different=0
trap 'trap - INT; report' INT

case \${1:-} in
  '') ;;
  *[!0-9]*) echo ${word(script.cut)} >&2; exit 2 ;;
  *) last=$(( $1 * 1000 )) ;;
esac

machine() {
  what=$1
  shift
  docker compose exec -T machine sh /lab/visits.sh "$what" "$last" "$@"
}

# ${script.starting}
begin() {
  if ! docker compose version > /dev/null 2>&1; then echo ${word(script.noDocker)} >&2; exit 2; fi
  for jar in ${jars.map(word).join(' ')}; do
    if [ ! -s "$jar" ]; then echo ${word(script.missingJar)} "$jar" >&2; exit 2; fi
  done
  docker compose down -v -t 5 || exit 2
  docker compose up -d --build || exit 2
  machine begin "$@" < /dev/null || exit 2
}

${doing}
# redis_says WHAT WORDS...
redis_says() {
  wanted=$1
  shift
  got=$(redis_cli "$@")
  if [ "$got" = "$wanted" ]; then
    same=$(( same + 1 ))
    printf '= redis-cli %s\\n%s\\n' "$*" "$got"
  else
    different=$(( different + 1 ))
    printf '! redis-cli %s\\n%s\\n      %s\\n%s\\n' "$*" "$got" ${word(script.differs)} "$wanted"
  fi
}

report() {
  wait
  told=$(machine report < /dev/null)
  echo "$told" | sed '$d'
  # shellcheck disable=SC2046
  set -- $(echo "$told" | sed -n '$p')
  same=$(( same + \${2:-0} ))
  different=$(( different + \${3:-0} ))
  printf '${script.summary}\\n' "$same" "$different" "\${4:-0}"
  if [ "$different" -gt 0 ]; then exit 1; fi
  exit 0
}
`;
