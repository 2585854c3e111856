/** Elements of context.xml, server.xml and web.xml. */
export const elements = {
  Context:
    'One webapp. conf/context.xml holds what is to hold for every webapp of this Tomcat; META-INF/context.xml for one.',
  Manager:
    'Keeps the sessions of the webapp. Without it, StandardManager keeps them in memory. Only one counts: a later Manager replaces an earlier one.',
  Store: 'Where a PersistentManager writes sessions: files in a folder, or rows of a database table.',
  SessionIdGenerator: 'Makes the session ids. Its sessionIdLength is in bytes; each becomes two characters.',
  Valve: 'A station that every request passes on its way to the webapp, and the answer on its way back.',
  WatchedResource: 'When this file changes, Tomcat loads the webapp anew.',
  CookieProcessor: 'Reads and writes cookies; sameSiteCookies is set here.',
  Loader: 'Loads the classes of the webapp.',
  Realm: 'Where Tomcat looks up users and passwords for its own logins. The demo’s login does not use it.',
  Resource: 'A thing such as a database connection pool, bound under a name in JNDI.',
  ResourceLink: 'Makes a resource of server.xml known in the webapp.',
  Environment: 'A value bound under a name in JNDI.',
  Parameter: 'A context parameter, as context-param in web.xml.',
  Resources: 'The files of the webapp, as Tomcat finds them.',
  JarScanner: 'Looks through jars for tag libraries and annotations.',
  Server: 'The whole Tomcat: one process. Its port is only for the order to shut down.',
  Service: 'Connectors and the one Engine that answers what they receive.',
  Connector: 'A port at which Tomcat listens, and the protocol it speaks there.',
  Engine: 'Answers all requests of a Service. Its jvmRoute is appended to session ids.',
  Host: 'A virtual host: a name, and the folder with its webapps.',
  Alias: 'Another name for the Host.',
  Listener: 'Code that is told when its parent starts and stops.',
  Executor: 'A pool of threads that several connectors share.',
  Cluster: 'Tomcat’s own session replication between servers. Not part of this lab.',
  GlobalNamingResources: 'Resources for all webapps, under names in JNDI.',
  SSLHostConfig: 'TLS for a connector: certificates and protocols.',
  'web-app': 'The webapp, as the servlet specification describes it.',
  'session-config': 'How long sessions live, and how their cookie looks.',
  'session-timeout': 'Minutes a session may idle. 0 or less: it never ends. Without it, 30.',
  'cookie-config': 'Name, path, domain and flags of the session cookie.',
  'http-only': 'Whether scripts in the page are kept from reading the session cookie.',
  secure: 'Whether the browser sends the session cookie over HTTPS only.',
  'max-age': 'Seconds the browser keeps the session cookie; -1 until it is closed.',
  distributable:
    'Says that sessions may move to another server. Tomcat then refuses attributes that are not Serializable at once, with a 500.',
  listener: 'A class that is told when the webapp starts and stops, or when sessions come and go.',
  servlet: 'A servlet of the webapp: its name and its class.',
  'servlet-mapping': 'Which URLs go to which servlet.',
  filter: 'Code that requests pass before they reach a servlet.',
  'welcome-file-list': 'Files shown for the address of a folder.',
} as const;

/** Attributes, under the element that has them. */
export const attributes = {
  'Manager/className': 'The class that keeps the sessions. It must lie in Tomcat’s own lib folder, not in the webapp.',
  'Manager/pathname':
    'The file in which StandardManager keeps sessions from a graceful stop to the next start. Up to Tomcat 9 it is SESSIONS.ser; since 10 there is none unless you name one.',
  'Manager/maxActiveSessions': 'The most sessions at a time; one more is refused with a 500. -1: no limit.',
  'Manager/maxInactiveInterval':
    'Has no effect. Tomcat 7.0.69 says so in its log, newer ones do not know it: write session-timeout (in minutes) into web.xml.',
  'Manager/processExpiresFrequency':
    'Expired sessions are looked for at every so many runs of the background thread (each 10 s).',
  'Manager/saveOnRestart': 'Whether a PersistentManager writes all sessions to its Store when Tomcat stops.',
  'Manager/maxIdleBackup': 'After so many idle seconds a copy is written to the Store. -1: never.',
  'Manager/maxIdleSwap': 'After so many idle seconds a session moves from memory to the Store. -1: never.',
  'Manager/minIdleSwap': 'A session must have idled so many seconds before it may move to the Store.',
  'Manager/host':
    'Name or address of the Redis server. Nothing is checked when Tomcat starts; the first session finds out.',
  'Manager/port': 'The port of Redis. A value that is no number is ignored, and 6379 stays.',
  'Manager/password': 'Sent with AUTH for each new connection. Must be the requirepass of redis.conf.',
  'Manager/database': 'Number of the Redis database, 0 to 15 as Redis is shipped.',
  'Manager/timeout': 'Milliseconds for connecting, and for each answer of Redis.',
  'Manager/sentinelMaster': 'Name of the master that sentinels are asked for. Needs sentinels too.',
  'Manager/sentinels': 'Addresses of sentinels: host:port,host:port. Only used together with sentinelMaster.',
  'Manager/sessionPersistPolicies':
    'When a session is written: DEFAULT (changed ones, after the request), SAVE_ON_CHANGE (at once), ALWAYS_SAVE_AFTER_REQUEST. Several with a comma and no blank; one wrong word and all of it is dropped.',
  'Manager/serializationStrategyClass': 'The class that turns sessions into bytes. Loaded when Tomcat starts.',
  'Manager/connectionPoolMaxTotal': 'The most connections to Redis at a time.',
  'Manager/connectionPoolMaxIdle': 'So many idle connections are kept.',
  'Manager/connectionPoolMinIdle': 'So many idle connections are kept ready.',
  'Manager/testOnBorrow':
    'Whether a connection is tried with PING before it is used. Then a restart of Redis costs no visitor an error.',
  'Manager/testWhileIdle': 'Whether idle connections are tried with PING now and then.',
  'Manager/maxWaitMillis': 'Milliseconds to wait for a free connection. -1: for ever.',
  'Manager/secureRandomAlgorithm': 'What the random session ids are made with.',
  'Store/className': 'FileStore (files) or DataSourceStore (a database table).',
  'Store/directory': 'Folder of the FileStore. A relative one lies in the webapp’s work folder.',
  'Store/dataSourceName': 'JNDI name of the database; a Resource of that name must exist.',
  'SessionIdGenerator/sessionIdLength': 'Bytes of a session id; each becomes two characters. 16 unless set.',
  'Valve/className': 'The class of the valve. It must lie in Tomcat’s lib folder.',
  'Context/path': 'The path of the webapp in URLs. Only read in server.xml.',
  'Context/docBase': 'The folder of the webapp. Only read in server.xml.',
  'Context/cookies': 'false: no session cookie; ids then travel in URLs only.',
  'Context/sessionCookieName': 'Name of the session cookie. JSESSIONID unless set.',
  'Context/sessionCookiePath': 'Path of the session cookie. "/" lets several webapps see one id.',
  'Context/sessionCookieDomain': 'Domain of the session cookie.',
  'Context/useHttpOnly': 'Keeps scripts from reading the session cookie. true unless set.',
  'Context/sessionTimeout': 'Minutes a session may idle; a web.xml’s session-timeout wins.',
  'Context/unloadDelay': 'Milliseconds that a stop waits for running requests. 2000 unless set.',
  'Context/reloadable': 'Whether Tomcat watches the classes and loads the webapp anew when they change.',
  'Server/port': 'The port for the order to shut down, not for visitors. -1 closes it. 8005 unless set.',
  'Server/shutdown': 'The word that shuts Tomcat down when it comes in at that port.',
  'Connector/port': 'The port. Two Tomcats on one machine need different ones.',
  'Connector/protocol': 'HTTP/1.1 or AJP/1.3, or the class of a protocol handler.',
  'Connector/address': 'The address to listen at. All of the machine’s unless set.',
  'Connector/connectionTimeout': 'Milliseconds to wait for a request after a connection was made.',
  'Connector/redirectPort': 'Where requests are sent that need TLS.',
  'Connector/URIEncoding': 'How %xx in URLs is read. UTF-8 since Tomcat 8, ISO-8859-1 before.',
  'Connector/maxThreads': 'The most requests worked on at a time.',
  'Connector/secret': 'The word that an AJP client must know.',
  'Engine/name': 'Name of the Engine. It must have one, or no webapp starts.',
  'Engine/defaultHost': 'The Host that answers when no other has the asked name. It must exist.',
  'Engine/jvmRoute':
    'Appended to session ids as .tomcat1, so that a load balancer can see which Tomcat a session lives on. Letters, digits, - and _ only.',
  'Engine/backgroundProcessorDelay': 'Seconds between two runs of the background thread. 10 unless set.',
  'Host/name': 'The name in URLs that this Host answers to.',
  'Host/appBase': 'The folder with the webapps.',
  'Host/autoDeploy': 'Whether Tomcat looks for new and changed webapps while it runs.',
  'Service/name': 'Name of the Service, as logs show it.',
} as const;

/** Classes that className may name. */
export const classes = {
  'org.apache.catalina.session.StandardManager': 'Keeps sessions in memory, and in one file while Tomcat is down.',
  'org.apache.catalina.session.PersistentManager':
    'Keeps sessions in memory, and writes idle ones to a Store. By itself it does not share sessions between Tomcats.',
  'org.apache.catalina.session.FileStore': 'One file per session in a folder.',
  'org.apache.catalina.session.DataSourceStore': 'One row per session in a database table.',
  'org.apache.catalina.ha.session.DeltaManager':
    'Sends changes of sessions to all other Tomcats of a Cluster. Without one, the webapp does not start.',
  'org.apache.catalina.ha.session.BackupManager':
    'Keeps one copy of each session on another Tomcat of a Cluster. Without one, the webapp does not start.',
  'org.apache.catalina.valves.PersistentValve':
    'With a PersistentManager: reads the session from the Store before each request and writes it back after it.',
  'org.apache.catalina.valves.AccessLogValve': 'Writes a line for each request.',
  'com.orangefunction.tomcat.redissessions.RedisSessionManager':
    'Keeps sessions in Redis, for all Tomcats that use the same one. For Tomcat 7; needs its Valve and three jars in lib.',
  'com.orangefunction.tomcat.redissessions.RedisSessionHandlerValve':
    'Writes the session to Redis after each request. Without its Manager, every request fails with a 500.',
} as const;
