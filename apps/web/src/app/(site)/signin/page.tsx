export const metadata = { title: 'Sign in' }

export default function SignInPage() {
  return (
    <main id="main" className="mx-auto grid w-full max-w-6xl content-start gap-6 px-4 py-10 sm:px-6">
      <h1 className="text-xl">Sign in</h1>
    </main>
  )
}
