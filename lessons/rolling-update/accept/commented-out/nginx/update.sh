#!/bin/bash
sed -i 's/server localhost:8080/# server localhost:8080/' /etc/nginx/nginx.conf
nginx -s reload
sleep 8
/opt/tomcat1/bin/shutdown.sh
sleep 3
cp -r /opt/tomcat1/v2/WEB-INF /opt/tomcat1/webapps/ROOT/
/opt/tomcat1/bin/startup.sh
curl -s http://localhost:8080/hello
sed -i 's/# server localhost:8080/server localhost:8080/' /etc/nginx/nginx.conf
nginx -s reload

sed -i 's/server localhost:8081/# server localhost:8081/' /etc/nginx/nginx.conf
nginx -s reload
sleep 8
/opt/tomcat2/bin/shutdown.sh
sleep 3
cp -r /opt/tomcat2/v2/WEB-INF /opt/tomcat2/webapps/ROOT/
/opt/tomcat2/bin/startup.sh
curl -s http://localhost:8081/hello
sed -i 's/# server localhost:8081/server localhost:8081/' /etc/nginx/nginx.conf
nginx -s reload
