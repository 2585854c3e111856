#!/bin/bash
sed -i 's/server localhost:8080;/#&/' /etc/nginx/nginx.conf
nginx -s reload
while pgrep -f 'worker process is shutting down' > /dev/null; do sleep 1; done
/opt/tomcat1/bin/shutdown.sh
sleep 3
sed -i 's/port="8080"/port="8090"/' /opt/tomcat1/conf/server.xml
/opt/tomcat1/bin/startup.sh
until curl -sf -o /dev/null http://localhost:8090/hello; do sleep 1; done
sed -i 's/#server localhost:8080;/server localhost:8090;/' /etc/nginx/nginx.conf
nginx -s reload
