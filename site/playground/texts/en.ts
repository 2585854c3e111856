import type { PlaygroundWords } from './words.ts';

export const words: PlaygroundWords = {
  preset: {
    about:
      'Each card puts a whole lab on the bench: machines, files, visitors. From there on everything is yours to change.',
    build: 'Build it',
    begin: (title) => `Build it: ${title}`,
  },
  presets: {
    'one-tomcat': {
      title: 'One Tomcat',
      about: 'nginx hands everything to a single Tomcat: the smallest set-up that has a login to lose.',
    },
    'round-robin': {
      title: 'Two Tomcats in turn',
      about: 'No method is named, so requests go to each in turn, and a login is known to one of them only.',
    },
    'ip-hash': {
      title: 'ip_hash',
      about: 'The first three numbers of a visitor’s address decide: the same visitor always meets the same Tomcat.',
    },
    redis: {
      title: 'The whole guide',
      about: 'Two Tomcats 7, ip_hash, and every session kept in Redis 3.2: any server may die, logins stay.',
    },
    'file-store': {
      title: 'Sessions in a shared folder',
      about: 'A Valve writes each session to one folder after every request, and the other Tomcat reads it there.',
    },
    'least-conn': {
      title: 'least_conn with weights',
      about: 'Whoever has the fewest open requests for his weight is next; the first Tomcat counts three times.',
    },
    'backup-down': {
      title: 'backup and down',
      about: 'One server works, one is marked down, one waits: kill the first and see who answers.',
    },
    'hash-cookie': {
      title: 'Hashed by the cookie',
      about:
        'nginx 1.22 has no sticky; people hash the session cookie instead. Watch what the first request, which has none, does to it.',
    },
    mixed: {
      title: 'Tomcat 7 beside 10',
      about: 'Half of the upgrade is done. Compare the error pages, the headers, and what each writes into its files.',
    },
    webapps: {
      title: 'Three webapps each',
      about: 'ROOT, /shop and /admin: three sessions, three cookies, and the path of each says where it goes back to.',
    },
  },
  experiment: {
    about:
      'Each builds a lab, does a few things to it and tells you where to look. What a card says is checked by a test.',
    begin: 'Do it',
    again: 'Once more',
    running: 'On the bench now',
    does: 'What is done',
    look: 'Look at',
  },
  experiments: {
    'one-router': {
      title: 'Three people behind one router',
      does: 'A, B and C log in one after the other, all from 203.0.113.7, with ip_hash.',
      look: 'All three land on the same Tomcat, and the other has nothing to do. To ip_hash an office is one visitor.',
    },
    'foreign-cookie': {
      title: 'A cookie from the other Tomcat',
      does: 'A logs in and opens the home page twice; the two Tomcats take turns.',
      look: 'Each Tomcat takes the other’s cookie for a stranger’s and writes its own over it. Both are healthy, and A is never logged in.',
    },
    'two-tabs': {
      title: 'Two tabs at once',
      does: 'A puts something into the cart in two tabs, a tenth of a second apart; sessions are in Redis.',
      look: 'Both tabs read the same number and both answer 1. Two things were bought, and the cart goes on from one.',
    },
    'full-redis': {
      title: 'Redis is full',
      does: 'Redis may use one byte (maxmemory 1) and throws nothing away. A logs in.',
      look: 'Redis answers the first write with OOM, and Tomcat makes an error page of it: a full Redis is a broken login, not a slow one.',
    },
    'long-absence': {
      title: 'Back after the timeout',
      does: 'A logs in, comes back after half a minute, and then after another sixty-five seconds. The session may idle for one minute.',
      look: 'The cookie is still there and still sent. The session is not: who is away too long is a stranger with an old ticket.',
    },
    'localhost-twice': {
      title: 'One line, two servers',
      does: 'localhost has two addresses, ::1 and 127.0.0.1. The only Tomcat is killed; A asks once more.',
      look: 'server localhost:8080 has become two peers: nginx tries both before it gives up, and error.log has a line for each.',
    },
    'lonely-server': {
      title: 'max_fails with nobody else',
      does: 'The group has one server, max_fails=1 and fail_timeout=60s. It is killed, asked three times, started, asked again.',
      look: 'Every request tries it again, and the first after the start is answered at once. A single server is never put aside.',
    },
    'deleted-line': {
      title: 'down, or delete the line?',
      does: 'Six visitors on three Tomcats with ip_hash. The third gets down; later its line is deleted. Everybody visits after each.',
      look: 'With down only those of the third Tomcat move. Without the line the hash is taken over two servers, and others move as well.',
    },
    'killed-at-work': {
      title: 'Killed in the middle of a request',
      does: 'tomcat1 works on a GET of A and a POST of B when it is killed.',
      look: 'A’s GET is given to tomcat2 and answered. B’s POST is not: it might have been carried out already, so B gets 502.',
    },
    'failed-reload': {
      title: 'A reload that fails',
      does: 'nginx.conf gets a misspelled directive, and nginx is told to reload. Then A asks.',
      look: 'The [emerg] line on nginx’s card; and A is answered as before. The old configuration goes on until a new one is whole.',
    },
    'cookie-paths': {
      title: 'Three webapps, three cookies',
      does: 'A logs in at /shop, then opens /admin and the root, then /shop again.',
      look: 'Three cookies of one name in A’s jar, each with its path. To be a stranger at /admin costs nothing: /shop still knows A.',
    },
  },
  cost: {
    run: 'Building replaces the lab below and ends its run. You can put it back with one click.',
    none: 'Building replaces the lab below.',
  },
  machines: {
    about: 'What you have written into files stays; files that still are as this form wrote them follow it.',
    tomcats: 'Tomcats',
    versions: 'Versions',
    version: (nth) => `tomcat${nth}`,
    redis: 'Redis',
    noRedis: 'none',
    redisNote: 'Each Tomcat 7 gets the guide’s session manager and keeps its sessions in Redis.',
    redisLater: 'Tomcat 10 does not: the manager was written for Tomcat 7 and would not load.',
    visitors: 'Visitors',
    terminals: 'A terminal on the server',
    terminalsNote: 'To start, stop and look at everything by typing, as the guide does.',
    webapps: 'Webapps',
    webappsNote: 'Copies of the shop under other paths. Each has its own sessions and its own cookie.',
    files: 'nginx.conf in several files',
    filesNote: 'conf.d/upstream.conf and conf.d/site.conf, brought in by include.',
    build: 'Build this lab',
    unchanged: 'This is what stands on the bench.',
    keeps: 'Your nginx.conf is your own by now and is kept as it is: name new Tomcats in it yourself.',
  },
  files: {
    about:
      'Paste a file, drop it here or choose it from your disk. It stays in this page. Then see line by line what the lab does with it.',
    paste: 'Text of the file',
    target: 'Which file it becomes',
    put: 'Put it into the lab',
    choose: 'Choose a file',
    drop: 'or drop it here',
    tooLarge: (kilobytes, most) =>
      `This file has ${kilobytes} KB; the lab takes up to ${most} KB. A configuration is rarely that long: is it the right file?`,
    notText: 'This is not a text file.',
    empty: 'There is nothing in it yet.',
    placed: (file) =>
      `${file} is in the editor below. nginx reads it when you reload; a Tomcat or Redis when it starts.`,
    putBack: 'Put the earlier text back',
    newFile: 'One more nginx file',
    newFileHint: 'For include, e.g. conf.d/app.conf or proxy_params',
    create: 'Create it',
    badName: 'A name such as conf.d/app.conf: letters, digits, dots, dashes, slashes.',
    taken: 'There is a file of that name.',
    nginx: 'nginx',
  },
  fates: {
    title: (file) => `What the lab does with ${file}`,
    simulated: (count) => `${count} simulated`,
    withoutEffect: (count) => `${count} without effect here`,
    refused: (count) => `${count} refused`,
    warned: (count) => `${count} accepted with a warning`,
    simulatedHint: 'They do here what they do in reality.',
    withoutEffectHint:
      'The real program knows them; the lab reads them, checks them and then does nothing with them. They are grey in the editor.',
    refusedHint: 'The real program would not start with them, and neither does the lab’s.',
    warnedHint: 'The real program starts and says so in its log.',
    line: (number) => `line ${number}`,
    all: 'Everything in this file is simulated.',
    more: (count) => `and ${count} more`,
    reading: 'Being read …',
  },
  hosts: {
    title: 'Servers that the lab does not have',
    unknown: (name) =>
      `${name}: the lab’s machine does not know this name, so nginx will not start ([emerg] host not found in upstream).`,
    elsewhere: (address) =>
      `${address}: no machine of the lab has this address. nginx starts, and nobody answers there.`,
    silent: (address) => `${address}: no Tomcat of the lab listens there.`,
    choice: 'What shall become of them?',
    make: 'Make these servers',
    makeHint: (count) =>
      `The lab’s Tomcats are replaced by ${count}, one for each of these addresses. Names go into /etc/hosts. Your nginx.conf stays as it is.`,
    tooMany: (most) => `The file names more servers than the lab can have (${most}).`,
    map: 'Point them to the lab’s Tomcats',
    mapHint:
      'In nginx.conf each of these is replaced, in order, by localhost and the port of one of the Tomcats on the bench.',
    name: 'Let the names mean this machine',
    nameHint: (names) =>
      `/etc/hosts gets a line: 127.0.0.1 ${names}. nginx can start then; the ports stay as they are.`,
    noTomcat: 'There is no Tomcat on the bench to point them to.',
    noPort80: 'No server in this file listens on port 80, and that is where visitors knock: they will find nobody.',
  },
};
