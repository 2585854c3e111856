import { server } from '../../simulator/index.ts';
import { comment } from './shell-words.ts';
import type { HomeWords } from './words/words.ts';

/** `machine/start.sh`: the addresses of the lab's machine and of its visitors become those of the container. */
export const startSh = `#!/bin/sh
while read -r address; do
  ip addr add "$address" dev lo || exit 1
done < /lab/addresses
mkdir -p /tmp/session-lab
: > /tmp/session-lab/ready
exec sleep 2147483647
`;

/** When a step is more than a second late, all that follow it are as late: the time between two is never less than in the lab. */
const clock = `now() {
  read -r up rest < /proc/uptime
  echo $(( \${up%.*} * 1000 + 1\${up#*.} * 10 - 1000 ))
}

at() {
  if [ "$1" -gt "$last" ]; then exit 9; fi
  read -r began < "$work/began"
  left=$(( began + $1 - $(now) ))
  if [ "$left" -lt -1000 ]; then echo $(( began - left )) > "$work/began"; fi
  if [ "$left" -gt 0 ]; then sleep "$(seconds "$left")"; fi
}

seconds() {
  printf '%d.%03d' $(( $1 / 1000 )) $(( $1 % 1000 ))
}

clock_text() {
  printf '%d:%02d.%d' $(( $1 / 60000 )) $(( $1 / 1000 % 60 )) $(( $1 / 100 % 10 ))
}
`;

/** Two tabs of one browser send the cookies of when each asked; what an answer sets is the browser's from then on. */
const visitor = `visit() {
  mine="$work/$number"
  set -- -s -g --path-as-is --http1.1 -X "$method" -A 'Mozilla/5.0' -o "$mine.body" -D "$mine.head" -w '%{http_code}' \\
    --resolve "$site:80:$server"
  case $from in
    -) ;;
    *'>'*) set -- "$@" --interface "\${from#*>}" -H "X-Forwarded-For: \${from%>*}" ;;
    *) set -- "$@" --interface "$from" ;;
  esac
  if [ "$patience" != - ]; then set -- "$@" -m "$(seconds "$patience")"; fi
  if [ "$cookies" = yes ]; then
    cp "$work/$who.jar" "$mine.jar" 2> /dev/null || : > "$mine.jar"
    set -- "$@" -b "$mine.jar" -c "$mine.jar"
  fi
  code=$(curl "$@" "http://$site$path")
  case $code in [1-9]*) ;; *) code=0 ;; esac
  if [ "$cookies" = yes ] && grep -qi '^set-cookie:' "$mine.head" 2> /dev/null; then
    cp "$mine.jar" "$work/$who.jar"
  fi
  by=- page=-
  if [ "$code" = 200 ]; then
    by=$(sed -n 's/^[Xx]-[Ll]ab-[Ss]erver: *//p' "$mine.head" | tr -d '\\r')
    page=$(head -c 2000 "$mine.body" | sed 's/[0-9A-F]\\{32\\}/*/g' | tr -s ' \\t\\r\\n' ' ' | sed 's/ $//')
    if [ -z "$by" ]; then by=- page=-; fi
  fi
  verdict > "$mine.new"
  mv "$mine.new" "$mine.verdict"
}

verdict() {
  mark='='
  if [ "$status" = '?' ]; then mark='?'; elif [ "$status" != "$code" ]; then mark='!'; fi
  if [ "$server_name" != '?' ] && [ "$server_name" != "$by" ]; then mark='!'; fi
  if [ "$wanted" != '?' ] && [ "$wanted" != "$page" ]; then mark='!'; fi
  echo "$mark $(clock_text "$ms") $who $method $path  $code $by $page"
  if [ "$mark" = '!' ]; then echo "      $differs $status $server_name $wanted"; fi
}

visits() {
  while read -r ms how who from cookies patience method path status server_name wanted; do
    case $ms in '' | '#'*) continue ;; esac
    at "$ms"
    read -r number < "$work/number"
    number=$(( number + 1 ))
    echo "$number" > "$work/number"
    if [ "$how" = aside ]; then
      visit < /dev/null > /dev/null 2>&1 &
    else
      : > "$work/$number.shown"
      visit < /dev/null
      cat "$work/$number.verdict"
    fi
  done
  return 0
}
`;

/** A port that is listened on is seen in the kernel's table: nobody is disturbed by a connection. */
const commands = `wait_for() {
  place=\${1#*:}
  tries=180
  until case $1 in
    http:*) curl -s -g -o /dev/null -m 10 "http://$place/hello" ;;
    *) grep -q "$(printf ':%04X 0*:0000 0A ' "\${place##*:}")" /proc/net/tcp /proc/net/tcp6 2> /dev/null ;;
  esac do
    tries=$(( tries - 1 ))
    if [ "$tries" -le 0 ]; then echo "$not_up $1" >&2; exit 2; fi
    sleep 1
  done
}

begin() {
  rm -f "$work"/*.jar "$work"/*.body "$work"/*.head "$work"/*.verdict "$work"/*.shown
  echo 0 > "$work/number"
  for place do wait_for "$place"; done
  now > "$work/began"
}

# What came of the visits that nobody waited for; then how many were as in the lab, how many were not, how many were not compared.
report() {
  read -r number < "$work/number"
  patience=300
  each=1
  while [ "$each" -le "$number" ]; do
    while [ ! -e "$work/$each.verdict" ] && [ "$patience" -gt 0 ]; do
      sleep 1
      patience=$(( patience - 1 ))
    done
    if [ ! -e "$work/$each.shown" ]; then cat "$work/$each.verdict"; fi
    each=$(( each + 1 ))
  done
  cat "$work"/*.verdict > "$work/all" 2> /dev/null
  echo "counts $(grep -c '^=' "$work/all") $(grep -c '^!' "$work/all") $(grep -c '^?' "$work/all")"
}

what=$1
last=$2
shift 2
"$what" "$@"
`;

/**
 * `machine/visits.sh`: the visitors. It runs in the container whose addresses are theirs, keeps the time, and compares what
 * comes with what came in the lab. For the sh of BusyBox, whose sleep takes parts of a second.
 */
export const visitsSh = ({ script }: HomeWords): string => `#!/bin/sh
${comment(script.visits)}
site=${server.site}
server=${server.address}
differs='${script.differs}'
not_up='${script.notUp}'
work=/tmp/session-lab

${clock}
${visitor}
${commands}`;
