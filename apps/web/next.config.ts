import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked once, with everything else, by the type check of the whole repository.
  typescript: { ignoreBuildErrors: true },
  // Drivers and native modules stay what they are in node_modules; bundling them breaks their own look-ups.
  serverExternalPackages: [
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
  // `npm start` opens the page by localhost, other machines of the hall by address.
  allowedDevOrigins: ['127.0.0.1'],
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
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(self)' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
      ],
    },
  ],
}

export default config
