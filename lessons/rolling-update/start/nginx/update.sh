#!/bin/bash
/opt/tomcat1/bin/shutdown.sh
sleep 3
cp -r /opt/tomcat1/v2/WEB-INF /opt/tomcat1/webapps/ROOT/
/opt/tomcat1/bin/startup.sh

/opt/tomcat2/bin/shutdown.sh
sleep 3
cp -r /opt/tomcat2/v2/WEB-INF /opt/tomcat2/webapps/ROOT/
/opt/tomcat2/bin/startup.sh
