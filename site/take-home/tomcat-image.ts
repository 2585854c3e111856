/** `tomcat/Dockerfile`: the webapp is compiled with the Tomcat's own API; sources of the learner's that javac refuses are left out, as in the lab. */
export const tomcatDockerfile = `ARG TOMCAT_IMAGE
ARG JDK_IMAGE
FROM \${TOMCAT_IMAGE} AS tomcat

FROM \${JDK_IMAGE} AS classes
ARG HOST
ARG WEBAPP
COPY --from=tomcat /usr/local/tomcat/lib/servlet-api.jar /build/
COPY tomcat/compile.sh /build/
COPY \${WEBAPP}/ /build/webapp/
COPY \${HOST}/webapps/ /build/webapps/
RUN sh /build/compile.sh /build

FROM tomcat
ARG HOST
RUN rm -rf /usr/local/tomcat/webapps
COPY --from=classes /build/webapps/ /usr/local/tomcat/webapps/
COPY \${HOST}/lib/ /usr/local/tomcat/lib/
`;

/** `tomcat/compile.sh`: makes the classes of every webapp of a Tomcat. */
export const compileSh = `#!/bin/sh
cd "$1" || exit 1
for app in webapps/*; do
  classes="$app/WEB-INF/classes"
  mkdir -p "$classes"
  javac -nowarn -encoding UTF-8 -cp servlet-api.jar -d "$classes" webapp/src/demo/*.java || exit 1
  own=$(find "$classes" -name '*.java')
  if [ -n "$own" ]; then
    find "$classes" -name '*.java' -exec javac -nowarn -encoding UTF-8 -cp "servlet-api.jar:$classes" -d "$classes" {} + || :
  fi
done
`;
