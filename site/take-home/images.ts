import type { LabRedis, TomcatVersion } from '../../simulator/index.ts';

type RedisVersion = LabRedis['version'];

/** The images of the versions that the lab simulates, by the name of the variable in `.env`. */
export const images = {
  MACHINE_IMAGE: 'curlimages/curl:8.10.1',
  NGINX_IMAGE: 'nginx:1.22.1',
  REDIS_3_IMAGE: 'redis:3.2.1',
  REDIS_7_IMAGE: 'redis:7.0.15',
  TOMCAT_7_IMAGE: 'tomcat:7.0.69-jre8',
  TOMCAT_10_IMAGE: 'tomcat:10.1.60-jdk17-temurin',
  JDK_8_IMAGE: 'eclipse-temurin:8-jdk',
  JDK_17_IMAGE: 'eclipse-temurin:17-jdk',
} as const;

export type ImageName = keyof typeof images;

/** Another image that will do where an old one can no longer be had. */
export const substitutes: Readonly<Partial<Record<ImageName, string>>> = {
  REDIS_3_IMAGE: 'redis:3.2.12',
  TOMCAT_7_IMAGE: 'tomcat:7.0.109-jdk8-openjdk',
  TOMCAT_10_IMAGE: 'tomcat:10.1-jdk17-temurin',
};

export const redisImage: Readonly<Record<RedisVersion, ImageName>> = {
  '3.2.1': 'REDIS_3_IMAGE',
  '7.0.15': 'REDIS_7_IMAGE',
};

/** What a Tomcat's image is built from. */
export const tomcatImages: Readonly<
  Record<TomcatVersion, { tomcat: ImageName; jdk: ImageName; servlets: 'javax' | 'jakarta' }>
> = {
  '7.0.69': { tomcat: 'TOMCAT_7_IMAGE', jdk: 'JDK_8_IMAGE', servlets: 'javax' },
  '10.1.60': { tomcat: 'TOMCAT_10_IMAGE', jdk: 'JDK_17_IMAGE', servlets: 'jakarta' },
};
