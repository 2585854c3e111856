#!/bin/bash
sed -i 's/localhost:8080;/localhost:8080 down;/' /etc/nginx/nginx.conf
nginx -s reload
sleep 7
/opt/tomcat1/bin/shutdown.sh
sleep 3
sed -i 's/port="8080"/port="8090"/' /opt/tomcat1/conf/server.xml
/opt/tomcat1/bin/startup.sh
sleep 10
sed -i 's/localhost:8080 down;/localhost:8090;/' /etc/nginx/nginx.conf
nginx -s reload
