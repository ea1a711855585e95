import { loadEnvPart } from '@gavel/config'
import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked once, with everything else, by the type check of the whole repository.
  typescript: { ignoreBuildErrors: true },
  // Drivers and native modules stay what they are in node_modules; bundling them breaks their own look-ups.
  serverExternalPackages: [
    '@aws-sdk/client-s3',
    '@node-rs/argon2',
    '@prisma/client',
    'amqplib',
    'bullmq',
    'ioredis',
    'mongoose',
    'pg',
    'pino',
    'prom-client',
  ],
  // Every reader, not robots alone, gets the head with its title whole: streamed after the page, a screen reader would meet a page without a name.
  htmlLimitedBots: /./,
  // In development pages may be opened by localhost, and by the other machines of a hall by address.
  allowedDevOrigins: ['127.0.0.1', new URL(loadEnvPart(['webUrl']).webUrl).hostname],
  // Where every program of Gavel answers these.
  rewrites: async () =>
    ['healthz', 'readyz', 'metrics'].map((page) => ({ source: `/${page}`, destination: `/api/${page}` })),
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
        { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
        {
          key: 'Permissions-Policy',
          value:
            'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), midi=(), display-capture=(), payment=(self)',
        },
      ],
    },
  ],
}

export default config
