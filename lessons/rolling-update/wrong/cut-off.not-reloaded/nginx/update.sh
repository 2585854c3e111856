#!/bin/bash
sed -i 's/localhost:8080;/localhost:8080 down;/' /etc/nginx/nginx.conf
sleep 8
/opt/tomcat1/bin/shutdown.sh
sleep 3
cp -r /opt/tomcat1/v2/WEB-INF /opt/tomcat1/webapps/ROOT/
/opt/tomcat1/bin/startup.sh
curl -s http://localhost:8080/hello
sed -i 's/localhost:8080 down;/localhost:8080;/' /etc/nginx/nginx.conf
nginx -s reload

sed -i 's/localhost:8081;/localhost:8081 down;/' /etc/nginx/nginx.conf
sleep 8
/opt/tomcat2/bin/shutdown.sh
sleep 3
cp -r /opt/tomcat2/v2/WEB-INF /opt/tomcat2/webapps/ROOT/
/opt/tomcat2/bin/startup.sh
curl -s http://localhost:8081/hello
sed -i 's/localhost:8081 down;/localhost:8081;/' /etc/nginx/nginx.conf
nginx -s reload
