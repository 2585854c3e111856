#!/bin/bash
cp -r /opt/tomcat1/v2/WEB-INF /opt/tomcat1/webapps/ROOT/
cp -r /opt/tomcat2/v2/WEB-INF /opt/tomcat2/webapps/ROOT/
