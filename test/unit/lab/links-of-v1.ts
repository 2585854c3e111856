/**
 * Links of version 1 as they were once made, one of each kind. People have them in mails and on slides: whatever becomes of
 * the format, these are read. Never change one; add new ones.
 */
export const linksOfV1 = {
  files: 'v=1&lab=redis&f=tomcat1/conf/context.xml:%3CContext/%3E%0A',
  empty: 'v=1&lab=small',
  run: 'v=1&lab=small&a=V:A/login?user=zhang@0,K:tomcat1@3000,V:A/whoami@3500&end=5000&at=3600&h=1kp0d3b7qz',
  topology:
    'v=1&lab=small&seed=7&tomcats=tomcat1/10.1.60,tomcat3/7.0.69&redis=7.0.15&visitors=A/203.0.113.10,%E4%B8%81;no-cookies/2001:db8::1&windows=2/built&addresses=192.168.25.129&localhost=::1,127.0.0.1&s=tomcat3/conf/server.xml:%3CServer/%3E&s=nginx/mime.types&s=redis/redis.conf:port%206380%0A',
  everyAction:
    'v=1&lab=redis&f=nginx/nginx.conf:http%20%7B%7D&a=E:nginx/nginx.conf@0,E:tomcat1/conf/web.xml=%3Cweb-app/%3E@1,D:tomcat1/conf/web.xml@2,R:nginx@3,S:tomcat1@4,X:tomcat1@5,H:tomcat2@6,U:tomcat2@7.5,Q:nginx@8,J:D;no-cookies/10.0.0.1@9,J:E/10.0.0.2=%7B%22visits%22:%5B%5D%2C%22next%22:0%2C%22pause%22:5%7D@10,V:D;POST;5000/put?x=1@11,I:D=10.0.0.3@12,L:nginx/tomcat1@13,M:nginx/tomcat1@14,T:terminal1=redis-cli%20ping@15,C:terminal1=SIGINT@16,O:terminal2@17,Z:redis=%7B%22reply%22:%7B%22type%22:%22integer%22%2C%22text%22:%221%22%7D%2C%22changes%22:%5B%5B%22z%22%2C%7B%22type%22:%22zset%22%2C%22value%22:%5B%5B%22m%22%2C%22Infinity%22%5D%5D%7D%5D%5D%7D@18,N:nginx/tomcat1;200;0.1@18,W:tomcat1=4@18,G:D@19&end=20',
  compressed:
    'v=1&lab=small&z=7cgxCoAwDAXQ0_xVQxwKBQfFi4gkpVDSQRGPL3gM-csbns9Rajzj53D08Gy3xXVCBWlF2iALdILKDpXWo0DFazM-n8_n8_l8Pp_P5__-Xw&end=10',
} as const;
